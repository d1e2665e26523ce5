"""The feed that people subscribe to: an HTTP server, its pages, and the same as files for any web host.

Read ``selection`` (what a query asks for), ``views`` (a selection as bytes), ``representation`` (bytes with validators),
``state`` (the register as served), ``app`` (routes).
"""
