"""An FTP server over TLS, run as a program: ``ftp_server.py FOLDER CERTIFICATE``; prints its port."""

import sys

USER, PASSWORD = "town", "open sesame"


def main(folder: str, certificate: str) -> None:
    # Here, because it needs a module of the standard library that warns when it is imported.
    from pyftpdlib.authorizers import DummyAuthorizer
    from pyftpdlib.handlers import TLS_FTPHandler
    from pyftpdlib.servers import FTPServer

    authorizer = DummyAuthorizer()
    authorizer.add_user(USER, PASSWORD, folder, perm="elradfmwMT")
    handler = TLS_FTPHandler
    handler.certfile = certificate
    handler.authorizer = authorizer
    handler.tls_control_required = handler.tls_data_required = True
    server = FTPServer(("127.0.0.1", 0), handler)
    print(server.socket.getsockname()[1], flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
