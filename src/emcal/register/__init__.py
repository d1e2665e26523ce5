"""The register: events with their history, human decisions that survive, uids that never change."""
