"""The one place that joins the stages for one file, and turns what fails in them into Problems."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

from checker import __version__
from checker.assess import AssessSettings, assess
from checker.benchmarks import benchmarks_version, load_benchmarks
from checker.casefile import of_one_case
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

if TYPE_CHECKING:
    from checker.benchmarks import Ranker
    from checker.extract.artefact import Artefact

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
        extractor, ranker, engine = _extractor(options.models), _ranker(options.models), installed()
        read_by = f"{extractor.name}@{extractor.version}+{_code(('parse', 'text', 'extract'))}"
        versions = Versions(
            extractor=f"{read_by}+{engine.name}" if engine else read_by,
            statutes=book.version,
            benchmarks=benchmarks_version(benchmarks),
            checks="+".join(
                (__version__, _code(("assess", "benchmarks", "checks", "messages")), *([ranker.id] if ranker else []))
            ),
        )
        settings = AssessSettings(options.lenient_at_decision, ranker.linear if ranker else None)
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
        return self.check_file([(data, file)], told)[0]

    def check_file(self, papers: Sequence[tuple[bytes, str]], told: Told | None = None) -> list[Result]:
        """The documents of one case file, each (bytes, name), each decision held against the others of its case."""
        digests = [hashlib.sha256(data).hexdigest() for data, _ in papers]
        return self._together(
            [(file, digest, self.read(data, file, told)) for (data, file), digest in zip(papers, digests, strict=True)]
        )

    def recheck(self, documents: Sequence[Document]) -> list[Result]:
        """The same for documents that were parsed before, from their stored pages."""
        return self._together([(each.file, each.sha256, self._extracted(each)) for each in documents])

    def _together(self, read: Sequence[tuple[str, str, Reading]]) -> list[Result]:
        results = []
        for index, (file, digest, reading) in enumerate(read):
            others = [each for place, each in enumerate(read) if place != index]
            made = self._checked(file, digest, reading, [each for _, _, each in others])
            results.append(replace(made, beside=beside_hash(digest for _, digest, _ in others)))
        return results

    def _checked(self, file: str, digest: str, reading: Reading, others: Sequence[Reading]) -> Result:
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
        beside = of_one_case(
            decision, [(each.decision, each.text.text) for each in others if each.decision and each.text]
        )
        return self._measure(digest, reading, document, text, decision, beside)

    def _measure(
        self,
        digest: str,
        reading: Reading,
        document: Document,
        text: CleanText,
        decision: Decision,
        beside: tuple[Decision, ...],
    ) -> Result:
        file = document.file
        try:
            case = replace(assess(text, decision, self.book, self.benchmarks, self.settings), others=beside)
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


def _ranker(registry: Path | None) -> Artefact[Ranker] | None:
    """The registry's current ranking of benchmark items; None: the rule of citations and words."""
    if registry is None:
        return None
    from checker.extract.artefact import current, load

    key = current(registry).get("item")
    return load(registry / "item" / key, "item") if key else None


@lru_cache(maxsize=2)
def pipeline(options: Options) -> Pipeline:
    """The pipeline of these options, loaded once a process."""
    return Pipeline.load(options)


def beside_hash(digests: Iterable[str]) -> str:
    """One short hash of the contents beside a document, in any order; "" when there are none."""
    listed = sorted(digests)
    return hashlib.sha256("\0".join(listed).encode()).hexdigest()[:16] if listed else ""


def check_sources(
    sources: Sequence[Source], options: Options, known: Sequence[str | None] = (), told: Told | None = None
) -> list[Result | None]:
    """Read and check the documents of one case file. Runs in a worker process.

    `known` are their fingerprints when they were checked before (content, then `Result.beside`); when none of them
    has changed, nothing is read and every answer is None.
    """
    joined = pipeline(options)
    data = [_bytes_of(each) for each in sources]
    readable = [(each, source.label) for each, source in zip(data, sources, strict=True) if isinstance(each, bytes)]
    was = [each for each, had in zip(known, data, strict=True) if isinstance(had, bytes)] if known else []
    same = None not in was and was == _fingerprints([each for each, _ in readable])  # hashed only where it can matter
    made: Iterator[Result | None] = repeat(None) if same else iter(joined.check_file(readable, told))
    return [
        next(made) if isinstance(each, bytes) else failed_source(source.label, joined.versions, each)
        for each, source in zip(data, sources, strict=True)
    ]


def _bytes_of(source: Source) -> bytes | Problem:
    try:
        return source.read()
    except DocumentError as error:
        return problem_of(error)


def _fingerprints(papers: Sequence[bytes]) -> list[str]:
    digests = [hashlib.sha256(each).hexdigest() for each in papers]
    return [f"{own}{beside_hash(digests[:at] + digests[at + 1 :])}" for at, own in enumerate(digests)]


def check_source(source: Source, options: Options) -> Result:
    """One source read and checked by itself."""
    made = check_sources((source,), options)[0]
    assert made is not None  # nothing was known
    return made


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
