"""The Write screen: editor, preview and checks around one post."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.calendar.words import short_when
from app.errors import KnownError
from app.model.assessment import Assessment, Check
from app.model.changes import Changes
from app.model.post import Post, State
from app.networks.catalogue import networks
from ui.actions import Command
from ui.breakpoints import Room, room_of
from ui.context import UiContext
from ui.page import Page
from ui.widgets.labelled import announce
from ui.write.acts import Acts
from ui.write.body import Body
from ui.write.checks_panel import ChecksPanel
from ui.write.finding import place_of
from ui.write.finding_card import FindingCard
from ui.write.header import UNTITLED, Header
from ui.write.held import held_by
from ui.write.layout import Panes, PaneWidths
from ui.write.marks import Mark, marks_of
from ui.write.moves import Moves
from ui.write.network_view import NetworkView, strictest
from ui.write.page_commands import write_commands
from ui.write.pasting import pictures_in
from ui.write.picture_desk import PictureDesk
from ui.write.preview import Preview
from ui.write.preview_card import Author
from ui.write.session import WritingSession
from ui.write.source_card import show_sources
from ui.write.versions import Versions
from ui.write.wiring import wire


class WritePage(Page):
    """One post at a time; ``open`` brings another one."""

    def __init__(self, context: UiContext, widths: PaneWidths | None = None) -> None:
        super().__init__()
        self.context = context
        theme = context.theme
        known = tuple(networks().values())
        self.session = WritingSession(context, self)
        self.header = Header(theme, known)
        self.body = Body(context, known)
        self.editor = self.body.editor
        self.preview = Preview(theme)
        self.checks = ChecksPanel(theme)
        self.split = Panes(theme, self.body, self.preview, self.checks, widths)
        self.card = FindingCard(theme, self)
        self.moves = Moves(context, self.session, self.editor, self, self.say_error)
        self.pictures = PictureDesk(context, self.session, self, self.say_error)
        self.acts = Acts(context, self.session, self.editor, self, self.checks)
        self.versions = Versions(self)
        self._writing_only = False
        self._wanted_check = ""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.header)
        box.addWidget(self.split, 1)
        self.setAcceptDrops(True)
        wire(self)
        self.editor.layer.set_quiet(bool(context.planner.setting("quiet_while_writing")))

    # The window's side

    def open(self, post_id: int, check_id: str = "") -> None:
        """Open a post, with a check in front if one is named."""
        post = self.session.post
        if post is None or post.id != post_id:
            self.left()
            self.checks.forget()
            self.body.message.clear()
            try:
                self.session.open(post_id)
            except KnownError as error:
                self.say_error(error)
                return
            self.editor.load(self.session.text)
            self._put_cursor()
        if check_id:
            self._wanted_check = check_id
            self.checks.go_to(check_id)

    @property
    def title(self) -> str:  # type: ignore[override]
        """Never the post's own title: it could name a person."""
        return "Write"

    @property
    def commands(self) -> Mapping[str, Command]:
        """What can be done here."""
        return write_commands(self)

    def shown(self) -> None:
        """Bring the layout up to date and give the text the keyboard."""
        self._fit()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def leaving(self) -> None:
        """Write down what was typed."""
        self.body.pictures.keep_typing()
        self.card.dismiss()
        self.session.step()
        self.session.settle()

    def left(self) -> None:
        """A post in which nothing was written or set is not kept."""
        post = self.session.post
        if post is not None and not self.session.unsaved and self.session.drop_if_blank():
            self.dropped.emit(post.id)

    @property
    def unsaved(self) -> bool:
        """Whether the last words could not be written down."""
        return self.session.unsaved and not self.session.read_only

    def refresh(self, changes: Changes) -> None:
        """Settings that this page shows."""
        if "quiet_while_writing" in changes.settings:
            self.editor.layer.set_quiet(bool(self.context.planner.setting("quiet_while_writing")))

    def panes(self) -> tuple[QWidget, ...]:
        """Head, text, pictures, preview, checks."""
        return (self.header, self.body, self.preview, self.checks)

    # What acts and commands ask for

    def show_words(self, check: Check, *, focus: bool) -> bool:
        """Select the words of a check, in the text they are in."""
        if self.session.network not in check.texts:
            self.versions.show(check.texts[0])
        self.preview.show_network(check.about or self.session.network)
        mark = self.editor.layer.of_check(check.id)
        if mark is not None:
            self.editor.select(*self.editor.layer.span(mark))
        elif (span := place_of(check, self.editor.text(), self.session.network)) is not None:
            self.editor.select(*span)
        else:
            return False
        if focus:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def edit_alt(self) -> None:
        """Bring the alt text to the keyboard."""
        self.body.pictures.edit_alt()

    def pick_networks(self) -> None:
        """Open the choice of networks."""
        self.header.pick_networks()

    def add_picture(self) -> None:
        """Ask for a picture."""
        self.pictures.ask()

    def open_account(self) -> None:
        """Open the profile."""
        self.leaving()
        self.go.emit("settings:profile")

    def show_sources(self, check: Check) -> None:
        """Show the linked sources beside the row of a check."""
        anchor = self.checks.row(check.id) or self.checks
        today = self.context.planner.today()
        show_sources(self.context.theme, self.session.sources(), today, anchor)

    def say_error(self, error: KnownError) -> None:
        """Show a known error over the text, with what can be done about it."""
        self.body.message.say_error(
            error,
            {
                "save_again": self.save,
                "try_again": self.save,
                "save_copy": self.moves.save_copy,
                "choose_another": self.add_picture,
            },
        )

    def say_held(self) -> None:
        """Say why this post stays in front: what happened, that the words are safe, what to do."""
        if self.session.error is not None:
            self.say_error(held_by(self.session.error))

    def save(self) -> None:
        """Save now and say so."""
        self.body.pictures.keep_typing()
        if self.session.flush():
            self.body.message.clear()
            self.context.toasts.say("Saved.")

    def next_step(self) -> None:
        """The next step of the post's life; else the first open check, and why."""
        post = self.session.post
        if post is None:
            return
        if self.checks.footer.locked:
            announce(self, self.checks.footer.reason)
            if not self.checks.first_open():
                self._start_what_is_missing(post)
            return
        self.moves.do(lambda now: self.context.planner.posts.advance(now.id))

    def step_check(self, by: int) -> None:
        """Go to the next or previous open check and show its words."""
        self.split.show_checks(True)
        self.checks.step(by)

    def quick_fix(self) -> None:
        """At marked words, open their card; on a row, do its most useful remedy."""
        row = self.checks.focused_row()
        if row is not None:
            row.quick_fix()
            return
        mark = self.editor.layer.at_cursor()
        if mark is not None:
            self.open_card(mark, take_focus=True)

    def duplicate(self) -> None:
        """Copy the post and open the copy."""
        created = self.moves.duplicate()
        if created:
            self.open_post.emit(created)

    def bin(self) -> None:
        """Move the post to the bin and go back."""
        if self.moves.do(lambda post: self.context.planner.posts.bin(post.id)) is not None:
            self.context.actions.trigger("go.back")

    def copy_text(self) -> None:
        """Copy the text as the network in front of the preview shows it."""
        self.moves.copy_text(self.preview.network)

    def toggle_quiet(self) -> None:
        """Hide the marks, or show them again."""
        quiet = not self.is_quiet()
        if self.context.planner.read_only:
            self.editor.layer.set_quiet(quiet)
        else:
            self.context.planner.set_setting("quiet_while_writing", quiet)

    def is_quiet(self) -> bool:
        """Whether the marks are hidden."""
        return self.editor.layer.quiet

    def toggle_writing_only(self) -> None:
        """Only the text, or everything."""
        self._writing_only = not self._writing_only
        self.header.setVisible(not self._writing_only)
        self.split.show_only_text(self._writing_only)

    def is_writing_only(self) -> bool:
        """Whether only the text is shown."""
        return self._writing_only

    # Showing

    def show_post(self, post: Post) -> None:
        """Show everything of the post but its text."""
        planner = self.context.planner
        editable = not self.session.read_only and post.state not in (State.POSTED, State.ARCHIVED)
        self.header.show_post(post, planner.today())
        self.editor.setReadOnly(not editable)
        self.body.bar.set_editable(editable)
        self.body.pictures.show_post(post, editable=editable)
        names = [(key, networks()[key].name) for key in post.own_texts if key in networks()]
        self.body.tabs.show_versions(names, self.session.network)
        account = planner.records.account()
        when = short_when(post.when, planner.today()) if post.when else "No date yet"
        self.preview.show_author(Author(account.name or "Your name", account.role, when))
        self.pictures.show(post)
        if self.checks.assessment is not None:
            self._show_checks(self.checks.assessment)

    def take_assessment(self, assessment: Assessment) -> None:
        """Show the gate's answer for the text as it is."""
        self._show_checks(assessment)
        post = self.session.post
        if post is None:
            return
        sent = post.sent_back
        ready = sent.ready_body if sent is not None and post.state is State.REVIEW else ""
        common = not self.session.network
        text = self.editor.text()
        marks = marks_of(assessment, text, self.session.network, ready if common else "")
        self.editor.layer.show(marks)

    def _show_checks(self, assessment: Assessment) -> None:
        post = self.session.post
        if post is not None:
            planner = self.context.planner
            self.checks.show_assessment(post, assessment, planner.zone, planner.today())

    def show_views(self, views: tuple[NetworkView, ...]) -> None:
        """Show how the networks show the text."""
        post = self.session.as_typed()
        if post is not None:
            texts = {view.network: post.text_for(view.network) for view in views}
            self.preview.show_views(views, texts, frozenset(post.own_texts))
            shown = [view for view in views if self._is_in_front(view.network, post)]
            self.body.bar.show_room(strictest(shown or views))

    def _is_in_front(self, network: str, post: Post) -> bool:
        """Whether ``network`` shows the text that is open."""
        return self.session.network == (network if network in post.own_texts else "")

    def take_typing(self) -> None:
        """The author changed the text."""
        self.card.dismiss()
        self.session.typed(self.editor.text())
        if not self.session.network:
            post = self.session.as_typed()
            self.header.show_title(post.title if post is not None else UNTITLED)

    def take_text(self, text: str) -> None:
        """The text was changed elsewhere."""
        self.editor.merge(text)
        post = self.session.post
        if post is not None:
            self.show_post(post)

    def open_card(self, mark: Mark, *, take_focus: bool) -> None:
        """Open the card of marked words."""
        rect = self.editor.layer.rect(mark)
        corner = self.editor.viewport().mapTo(self, rect.topLeft())
        self.card.open_over(mark, QRect(corner, rect.size()), take_focus=take_focus)

    def choose_mark(self, mark: Mark) -> None:
        """Go from a mark to its row."""
        self.editor.select(*self.editor.layer.span(mark))
        if mark.check is None or not self.checks.go_to(mark.check_id):
            self.editor.setFocus(Qt.FocusReason.MouseFocusReason)

    def follow_cursor(self) -> None:
        """Let the preview show the paragraph that is being written."""
        self.preview.follow(self.editor.place())

    def go_to_place(self, place: int) -> None:
        """Put the cursor where a paragraph of the preview comes from."""
        network = self.preview.network
        post = self.session.post
        own = network if post is not None and network in post.own_texts else ""
        if own != self.session.network:
            self.versions.show(own)
        self.editor.select(place, place)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Back to where she came from; to the calendar if that is not known."""
        action = self.context.actions.action("go.back")
        if action.isEnabled():
            self.context.actions.trigger("go.back")
        else:
            self.go.emit("calendar")

    def ask_reason(self, check: Check) -> None:
        """Ask in the check's row for the reason that the card's button needs."""
        row = self.checks.row(check.id)
        if row is not None and self.checks.go_to(check.id):
            row.ask_first_reason()

    def _start_what_is_missing(self, post: Post) -> None:
        if post.has_text and not post.networks:
            self.pick_networks()
        else:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        room = room_of(self, self.context.theme)
        self.split.fit(room, self.width())
        self.checks.offer_preview(room is Room.NARROW)

    def _put_cursor(self) -> None:
        """A new post is written from its top, another one goes on at its end."""
        end = len(self.editor.text())
        self.editor.select(end, end) if not self.editor.text().strip("# \n") else None
        self.editor.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        pictures, _ = pictures_in(event.mimeData())
        if pictures and self.moves.may_edit():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.pictures.take(*pictures_in(event.mimeData()))
        event.acceptProposedAction()
