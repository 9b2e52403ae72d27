"""LibreOffice driven by UNO, its programming interface: one program of our own, documents opened out of sight.

A script beside this file says what is done in a document; run-in-office.ts starts it:

    from office import main

    def judge(office, request):          # request: what run-in-office.ts was given
        with office.document(request["path"]) as document:
            return document.DocumentStatistics...   # anything that JSON can hold

    main(judge)
"""
import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import traceback

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

START_SECONDS = 120


def value_of(name, value):
    given = PropertyValue()
    given.Name, given.Value = name, value
    return given


class Office:
    def __init__(self, context):
        self.context = context
        self.manager = context.ServiceManager
        self.desktop = self.create("com.sun.star.frame.Desktop")
        self.dispatcher = self.create("com.sun.star.frame.DispatchHelper")

    def create(self, service):
        return self.manager.createInstanceWithContext(service, self.context)

    def document(self, path):
        """Opened hidden, closed again unsaved: with office.document(path) as document."""
        return OpenDocument(self, path)

    def dispatch(self, document, command, **arguments):
        """What a key or a menu does, at the cursor: dispatch(document, "InsertPara")."""
        given = tuple(value_of(name, value) for name, value in arguments.items())
        self.dispatcher.executeDispatch(document.CurrentController.Frame, f".uno:{command}", "", 0, given)

    @staticmethod
    def save(document, path, filter_name, **options):
        """filter_name: "MS Word 2007 XML", "writer8", "writer_pdf_Export", "Text (encoded)" …"""
        target = pathlib.Path(path).resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        given = tuple(value_of(name, value) for name, value in {"FilterName": filter_name, **options}.items())
        document.storeToURL(target.as_uri(), given)


class OpenDocument:
    """A class and no generator: Python cannot pass an error of UNO through one."""

    def __init__(self, office, path):
        self.opened = office.desktop.loadComponentFromURL(
            pathlib.Path(path).resolve().as_uri(), "_blank", 0, (value_of("Hidden", True),)
        )

    def __enter__(self):
        return self.opened

    def __exit__(self, *_):
        self.opened.close(True)


def connect(pipe, process):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > deadline or process.poll() not in (None, 0, 81):
                raise
            time.sleep(0.2)


@contextlib.contextmanager
def office():
    """A program with a profile of its own, ended at the end."""
    with tempfile.TemporaryDirectory(prefix="bulletin-office-", ignore_cleanup_errors=True) as profile:
        pipe = f"bulletin-{os.getpid()}"
        process = subprocess.Popen(
            [
                "soffice", "--headless", "--norestore", "--nologo", "--nodefault",
                f"-env:UserInstallation={pathlib.Path(profile).as_uri()}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            started = Office(connect(pipe, process))
            yield started
            # The connection ends with the program, which UNO reports as an error.
            with contextlib.suppress(Exception):
                started.desktop.terminate()
            process.wait(30)
        finally:
            if process.poll() is None:
                process.kill()


def main(judge):
    """The request comes as JSON on standard input; what the script returns goes out the same way."""
    request = json.load(sys.stdin)
    with office() as started:
        try:
            answer = judge(started, request)
        except Exception:
            sys.exit(traceback.format_exc())
    json.dump(answer, sys.stdout, ensure_ascii=False)
