"""One module a format: ``extension``, ``media_type`` and ``render``; the module's name is the format's."""
