"""The desktop communicator: the only package that imports Qt."""
