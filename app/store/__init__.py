"""The planner file: one encrypted SQLite database and a small key file beside it.

``open`` makes and opens planners; ``store.Store`` owns the connection. Queries are
functions of the other modules and take the ``Store``; writing functions take the
``Tx`` of ``with store.transaction() as tx:``. Times in and out are aware UTC,
planned times are wall times, days are local days.
"""
