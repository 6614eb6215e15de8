"""The one place that joins the stages for one file, and turns what fails in them into Problems."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from checker import __version__
from checker.assess import AssessSettings, assess
from checker.benchmarks import benchmarks_version, load_benchmarks
from checker.checks import run_checks
from checker.errors import DocumentError
from checker.extract import Extractor, RuleExtractor
from checker.messages import say
from checker.parse import Cache, Scanner, Source, Told, installed, parse, problem_of
from checker.records.assessment import Result, Versions
from checker.records.benchmark import Benchmark
from checker.records.decision import Decision
from checker.records.document import CleanText, Document
from checker.records.problem import Problem
from checker.samples import shipped_models
from checker.statutes import StatuteBook
from checker.text.repair import repair

MEASURED = frozenset({"decision", "simplified_decision"})  # kinds whose amounts are measured


@dataclass(frozen=True, slots=True)
class Options:
    """Everything a worker needs to build the same pipeline again; hashable and picklable."""

    benchmarks: tuple[Path, ...] = ()
    statutes: Path | None = None
    lenient_at_decision: bool = True  # art. 37, applied to benchmarks
    ocr_cache: Path | None = None  # folder in which readings of scanned pages are kept
    models: Path | None = field(default_factory=shipped_models)  # registry of trained models; None: the rules alone


@dataclass(frozen=True, slots=True)
class Reading:
    """One file read and extracted; `decision` None when it could not be read."""

    document: Document | None
    text: CleanText | None
    decision: Decision | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Pipeline:
    """Law, benchmarks and extractor, loaded once and used for many files."""

    book: StatuteBook
    benchmarks: tuple[Benchmark, ...]
    extractor: Extractor
    settings: AssessSettings
    versions: Versions
    scanner: Scanner = field(default_factory=Scanner)

    @classmethod
    def load(cls, options: Options) -> Pipeline:
        """Load what people write and what was trained.

        Raises DataFileError naming file, line and field, and ArtefactError for a model that cannot be trusted.
        """
        book = StatuteBook.load(options.statutes)
        benchmarks = load_benchmarks(options.benchmarks, book)
        extractor, engine = _extractor(options.models), installed()
        read_by = f"{extractor.name}@{extractor.version}+{_code(('parse', 'text', 'extract'))}"
        versions = Versions(
            extractor=f"{read_by}+{engine.name}" if engine else read_by,
            statutes=book.version,
            benchmarks=benchmarks_version(benchmarks),
            checks=f"{__version__}+{_code(('assess', 'benchmarks', 'checks', 'messages'))}",
        )
        settings = AssessSettings(lenient_at_decision=options.lenient_at_decision)
        scanner = Scanner(engine, Cache(options.ocr_cache) if options.ocr_cache else None)
        return cls(book, benchmarks, extractor, settings, versions, scanner)

    def read(self, data: bytes, file: str, told: Told | None = None) -> Reading:
        """Parse, repair and extract; what fails is a Problem in the answer. `told` hears of each scanned page."""
        try:
            document = parse(data, file, self.scanner, told)
        except DocumentError as error:
            return Reading(None, None, None, (problem_of(error),))
        return self._extracted(document)

    def _extracted(self, document: Document) -> Reading:
        try:
            text = repair(document)
            return Reading(document, text, self.extractor.extract(text), document.problems)
        except Exception as error:  # noqa: BLE001 - one odd document must not stop the batch; it is recorded
            return Reading(document, None, None, (*document.problems, _failed("extract", document.file, error)))

    def check(self, data: bytes, file: str, told: Told | None = None) -> Result:
        """Everything for one file. Never raises for what the file holds."""
        return self._checked(file, hashlib.sha256(data).hexdigest(), self.read(data, file, told))

    def recheck(self, document: Document) -> Result:
        """Everything for a document that was parsed before, from its stored pages. Never raises for what it holds."""
        return self._checked(document.file, document.sha256, self._extracted(document))

    def _checked(self, file: str, digest: str, reading: Reading) -> Result:
        document, text, decision = reading.document, reading.text, reading.decision
        if document is None or text is None or decision is None:
            return Result(
                file,
                digest,
                self.versions,
                format=document.format if document else None,
                pages=document.pages if document else (),
                problems=reading.problems,
            )
        if decision.kind.value not in MEASURED:
            problems = (*reading.problems, _not_measured(file, decision.kind.value))
            return Result(file, digest, self.versions, document.format, document.pages, None, decision, (), problems)
        return self._measure(digest, reading, document, text, decision)

    def _measure(
        self, digest: str, reading: Reading, document: Document, text: CleanText, decision: Decision
    ) -> Result:
        file = document.file
        try:
            case = assess(text, decision, self.book, self.benchmarks, self.settings)
        except Exception as error:  # noqa: BLE001 - as above: recorded, never taken for a pass
            problems = (*reading.problems, _failed("assess", file, error))
            return Result(file, digest, self.versions, document.format, document.pages, None, decision, (), problems)
        findings, failed, run = run_checks(case)
        return Result(
            file,
            digest,
            self.versions,
            document.format,
            document.pages,
            case,
            decision,
            tuple(findings),
            (*reading.problems, *failed),
            run,
        )


def _extractor(registry: Path | None) -> Extractor:
    """The rules, with the registry's models as judges where there is one."""
    if registry is None:
        return RuleExtractor()
    from checker.extract.learned import LearnedJudge  # arrays and scikit-learn load only where models are used

    judge = LearnedJudge.load(registry)
    return RuleExtractor("rules+models", f"{RuleExtractor().version}+{judge.version}", judge)


@lru_cache(maxsize=2)
def pipeline(options: Options) -> Pipeline:
    """The pipeline of these options, loaded once a process."""
    return Pipeline.load(options)


def check_source(source: Source, options: Options, known: str | None = None, told: Told | None = None) -> Result | None:
    """Read and check one source; None when its content hash is `known` already. Runs in a worker process."""
    joined = pipeline(options)
    try:
        data = source.read()
    except DocumentError as error:
        return failed_source(source.label, joined.versions, problem_of(error))
    if known is not None and hashlib.sha256(data).hexdigest() == known:
        return None
    return joined.check(data, source.label, told)


def failed_source(file: str, versions: Versions, trouble: Problem) -> Result:
    """The result of a file whose bytes could not be had."""
    return Result(file, "", versions, problems=(trouble,))


def _not_measured(file: str, kind: str) -> Problem:
    zh, en = say("problem:not-a-decision", file=file, kind=say(f"kind:{kind}"))
    return Problem("not-a-decision", "extract", file, zh, en, fatal=True)


def _failed(stage: str, file: str, error: Exception) -> Problem:
    reason = f"{type(error).__name__}: {error}"
    zh, en = say("problem:stage-failed", file=file, stage=say(f"stage:{stage}"), reason=reason)
    return Problem("stage-failed", stage, file, zh, en, fatal=True)


def _code(rooms: Sequence[str]) -> str:
    """A short hash over the code and data of some rooms: results made with other code are stale."""
    digest, home = hashlib.sha256(), Path(__file__).parent
    for room in rooms:
        for path in sorted((home / room).rglob("*")):
            if path.suffix in {".py", ".yaml", ".txt"}:
                digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:10]
