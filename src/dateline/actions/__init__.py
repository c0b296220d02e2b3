"""What a user can do, one function a file. Faces (command line, web, Python) call these and nothing below."""
