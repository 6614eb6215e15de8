"""Router only: pages, language switch, and the sentence when there is no database."""

from __future__ import annotations

import streamlit as st

from checker.errors import StoreError
from checker.reports.wording import LANGUAGES
from dashboards import services, source, words
from dashboards.views import benchmarks, case, models, overview, queue

NAMES = {"zh": "中文", "en": "English"}


def main() -> None:
    """Build the pages and run the chosen one."""
    st.set_page_config(page_title=words.word("title"), layout="wide")
    with st.sidebar:
        st.radio(words.word("language"), LANGUAGES, format_func=NAMES.__getitem__, horizontal=True, key=words.KEY)
        st.caption(words.word("database", path=source.where()))
    pages = [  # without icons: Streamlit fetches them as the tab's picture from outside
        st.Page(overview.show, title=words.word("overview"), default=True),
        st.Page(queue.show, title=words.word("queue"), url_path="queue"),
        st.Page(case.show, title=words.word("case"), url_path="case"),
    ]
    tables = st.Page(benchmarks.show, title=words.word("benchmarks"), url_path="benchmarks")
    learned = st.Page(models.show, title=words.word("models"), url_path="models")
    chosen = st.navigation([*pages, tables, learned])
    if chosen in (tables, learned):  # need no database, or say themselves what they need
        chosen.run()
        return
    if not services.database_exists(source.where()):
        st.warning(words.word("no-database", path=source.where()))
        return
    try:
        source.store(source.where())
    except StoreError as error:
        st.error(str(error))
        return
    chosen.run()


main()
