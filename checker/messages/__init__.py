"""The one catalogue of sentences shown to people: every key in Chinese and in English, one YAML file an area."""

from checker.messages.catalogue import Message, message, messages, say

__all__ = ["Message", "message", "messages", "say"]
