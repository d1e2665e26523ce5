"""One module a way to map a function over shards: ``run(function, shards, jobs)``. A cluster is one more file here."""
