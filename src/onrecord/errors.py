"""Every error that OnRecord raises on purpose. A message says what, where, and what to do next."""

from __future__ import annotations


class OnRecordError(Exception):
    """The root of all errors of this package; catching it catches what a user can mend."""


class UnreadableReport(OnRecordError):
    """A file, or one entry of it, that gives no report: ``where`` says which, ``why`` the cause."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


class InvalidDate(OnRecordError):
    """A date given by the user that is none."""

    def __init__(self, given: str, where: str = "") -> None:
        prefix = f"{where}: " if where else ""
        super().__init__(
            f"{prefix}{given!r} is not a date. Write it as YYYY-MM-DD, or YYYY-MM or YYYY where the day is not known."
        )
        self.given = given


class LexiconError(OnRecordError):
    """An entry of a lexicon file that cannot be used: ``file``, ``entry`` and ``field`` say where."""

    def __init__(self, file: str, entry: str, field: str, why: str) -> None:
        super().__init__(f"{file}, {entry}, field {field}: {why}")
        self.file = file
        self.entry = entry
        self.field = field


class BadScoringInput(OnRecordError):
    """A file of claims, or a line of it, that cannot be scored: ``where`` and ``why`` say so, ``remedy`` what to do."""

    def __init__(self, where: str, why: str, remedy: str) -> None:
        super().__init__(f"{where}: {why}. {remedy}")
        self.where = where
        self.why = why
        self.remedy = remedy


class ModelMissing(OnRecordError):
    """A language model that is not installed."""


class MissingExtra(OnRecordError):
    """Something that is asked for needs a package that is not installed with OnRecord by itself; ``extra`` brings it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs a package that is not installed. Install it with: pip install 'onrecord[{extra}]'")
        self.extra = extra


class BrowserMissing(OnRecordError):
    """Something that is asked for needs a browser, and none is installed."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} needs a browser, and neither Chromium nor Chrome nor Edge was found. Install one (Debian: apt-get install "
            "chromium), or write the page (-o page.html) and print it from the browser that you have."
        )


class PrintingFailed(OnRecordError):
    """A browser was asked to print a page and did not: ``browser`` is its path, ``why`` what it said."""

    def __init__(self, browser: str, why: str) -> None:
        super().__init__(f"{browser} did not print the page: {why}. Write the page (-o page.html) and print it by hand.")
        self.browser = browser
        self.why = why


class LedgerError(OnRecordError):
    """Something is wrong with a ledger file; the subclasses say what."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


class NoSuchLedger(LedgerError):
    """There is no file at this path."""


class NotALedger(LedgerError):
    """The file is there and is no ledger of OnRecord's."""


class LedgerLocked(LedgerError):
    """Another program holds the ledger for longer than the time-out."""


class LedgerReadOnly(LedgerError):
    """The file, or the folder it lies in, cannot be written."""


class LedgerOutdated(LedgerReadOnly):
    """The ledger is of an older version and was opened for reading only."""


class LedgerTooNew(LedgerError):
    """The ledger was written by a newer version than this one."""


class LedgerDamaged(LedgerError):
    """The ledger opens, but what it holds is not whole."""


class UnknownName(OnRecordError):
    """A name, report or claim that the ledger does not know; ``near`` holds the closest that it does."""

    def __init__(self, what: str, given: str, near: tuple[str, ...] = ()) -> None:
        hint = f" Did you mean {', '.join(near)}?" if near else ""
        super().__init__(f"The ledger knows no {what} {given!r}.{hint}")
        self.what = what
        self.given = given
        self.near = near


class BadQuestion(OnRecordError):
    """A page or an address of the API that was asked for wrongly: ``param`` says which part, ``why`` the cause, ``remedy`` what to do."""

    def __init__(self, param: str, why: str, remedy: str) -> None:
        super().__init__(f"{param}: {why}. {remedy}")
        self.param = param
        self.why = why
        self.remedy = remedy


class UploadTooLarge(OnRecordError):
    """What was sent to the pages is larger than they take: ``most`` says how much that is."""

    def __init__(self, what: str, most: str) -> None:
        super().__init__(
            f"{what} is too large for a browser: at most {most} at once. Add it on the command line: onrecord add FILE"
        )
        self.most = most


class FormOutdated(OnRecordError):
    """A form that the running server did not make: of another site, or of before it was started again. Nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            "This form was not made by the server that is running now. Nothing was changed: send it once more from here."
        )


class BadJudgement(OnRecordError):
    """A judgement that cannot be: about the wrong number of claims, without a value, changing nothing, or on what another replaced."""


class ReportWithdrawn(OnRecordError):
    """A report that was taken out of the ledger: its words are gone, and its text is not taken in again unless that is asked for."""

    def __init__(self, report: str, withdrawn: str, why: str, then: str) -> None:
        super().__init__(f"Report {report!r} was withdrawn on {withdrawn[:10]} ({why}). {then}")
        self.report = report
        self.withdrawn = withdrawn
        self.why = why


class BadImport(OnRecordError):
    """A file, or a line of it, that cannot be imported: ``where`` and ``why`` say so, ``remedy`` what to do. Nothing of it was kept."""

    def __init__(self, where: str, why: str, remedy: str) -> None:
        super().__init__(f"{where}: {why}. {remedy}")
        self.where = where
        self.why = why
        self.remedy = remedy
