"""Benchmarks, run by hand: speed is never a test that can fail on a busy machine."""
