"""The Streamlit dashboard; it must run installed, since Streamlit puts only this folder on sys.path."""
