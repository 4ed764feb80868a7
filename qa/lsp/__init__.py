"""A language server: findings in an editor while somebody writes.

It speaks the Language Server Protocol 3.17 on standard input and output, opens no socket, and
writes no file unless an offered action was chosen.
"""

import sys

from qa.lsp import features


def serve() -> bool:
    """Serve one editor until it leaves; tell whether it took its leave as the protocol asks."""
    # Whatever prints, such as a plug-in, must not come between the messages.
    out, sys.stdout = sys.stdout.buffer, sys.stderr
    server = features.made()
    server.start_io(stdout=out)
    return server.ended
