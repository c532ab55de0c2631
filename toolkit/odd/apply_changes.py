"""Apply specifications in mode change to the ones they change (Guidelines: TDbuild)."""

from dataclasses import replace

from toolkit.odd.specs import (
    AttDef,
    AttList,
    AttRef,
    Classes,
    Constraint,
    MemberOf,
    Mode,
    Spec,
    ValItem,
    ValList,
)


def merge_specs(new: Spec, old: Spec) -> Spec:
    """Apply ``new`` to ``old``; each part missing in ``new`` is inherited."""
    return replace(
        old,
        namespace=old.namespace if new.namespace is None else new.namespace,
        classes=merge_classes(new.classes, old.classes),
        content=new.content or old.content,
        attributes=merge_attributes(new.attributes, old.attributes),
        constraints=merge_constraints(new.constraints, old.constraints),
        alternative=new.alternative or old.alternative,
        valid_until=new.valid_until or old.valid_until,
        docs=new.docs.over(old.docs),
        file=new.file or old.file,
        line=new.line or old.line,
    )


def join_changes(first: Spec, second: Spec) -> Spec:
    """Join two changes of the same specification; the later one has precedence."""
    return replace(
        first,
        namespace=first.namespace if second.namespace is None else second.namespace,
        classes=_join_classes(first.classes, second.classes),
        content=second.content or first.content,
        attributes=_join_lists(first.attributes, second.attributes),
        constraints=first.constraints + second.constraints,
        alternative=second.alternative or first.alternative,
        docs=second.docs.over(first.docs),
    )


def merge_classes(new: Classes | None, old: Classes | None) -> Classes | None:
    """Merge memberships: replace them all, or add and delete them one by one."""
    if new is None:
        return old
    if new.mode is not Mode.CHANGE or old is None:
        return Classes(tuple(m for m in new.members if m.mode is not Mode.DELETE))
    spoken = {member.key for member in new.members}
    kept = [member for member in old.members if member.key not in spoken]
    return Classes((*kept, *(MemberOf(key) for key in new.keys)))


def merge_attributes(new: AttList | None, old: AttList | None) -> AttList | None:
    """Merge attributes by ident: change, replace or delete them in place; append new ones.

    A deletion is kept, since it may mean an attribute that comes from a class.
    """
    if new is None or old is None:
        return new or old
    changes = {attribute.ident: attribute for attribute in new.attributes()}
    own = {attribute.ident for attribute in old.attributes()}
    kept = _apply_changes(old, changes)
    added = _drop_attributes(new, own)
    if new.choice and added.items:
        added = AttList((added,))
    return replace(kept, items=kept.items + added.items)


def merge_attribute(new: AttDef, old: AttDef) -> AttDef:
    """Apply a change to an attribute of the same specification.

    A list of values without a @mode has no effect then: so do the TEI Stylesheets read it, and
    schemas in use depend on it. The ODD's author is warned.
    """
    if new.values and not new.values.moded:
        new = replace(new, values=None)
    return inherit_attribute(new, old)


def inherit_attribute(new: AttDef, old: AttDef) -> AttDef:
    """Apply the change that a member of a class makes to an attribute of the class."""
    return replace(
        old,
        usage=new.usage or old.usage,
        namespace=old.namespace if new.namespace is None else new.namespace,
        datatype=new.datatype or old.datatype,
        values=merge_values(new.values, old.values),
        default=new.default or old.default,
        constraints=new.constraints or old.constraints,
        alternative=new.alternative or old.alternative,
        docs=new.docs.over(old.docs),
        owner=new.owner,
        line=new.line or old.line,
    )


def merge_values(new: ValList | None, old: ValList | None) -> ValList | None:
    """Merge a list of values: replace it, or change it value by value."""
    if new is None:
        return old
    if new.mode is Mode.DELETE:
        return None
    if new.mode is not Mode.CHANGE or old is None:
        return ValList(tuple(i for i in new.items if i.mode is not Mode.DELETE), new.type)
    changes = {item.ident: item for item in new.items}
    kept = [_merge_item(changes.get(item.ident), item) for item in old.items]
    known = {item.ident for item in old.items}
    added = [i for i in new.items if i.ident not in known and i.mode is not Mode.DELETE]
    return ValList((*(item for item in kept if item), *added), new.type or old.type)


def merge_constraints(
    new: tuple[Constraint, ...], old: tuple[Constraint, ...]
) -> tuple[Constraint, ...]:
    """Merge constraints by ident; one without a mode is added to the existing ones."""
    spoken = {c.ident for c in new if c.mode is not Mode.ADD}
    kept = [c for c in old if c.ident not in spoken]
    return (*kept, *(replace(c, mode=Mode.ADD) for c in new if c.mode is not Mode.DELETE))


def _merge_item(new: ValItem | None, old: ValItem) -> ValItem | None:
    if new is None:
        return old
    if new.mode is Mode.DELETE:
        return None
    alternative = new.alternative or old.alternative
    return replace(new, mode=Mode.ADD, docs=new.docs.over(old.docs), alternative=alternative)


def _apply_changes(old: AttList, changes: dict[str, AttDef]) -> AttList:
    items: list[AttDef | AttRef | AttList] = []
    for item in old.items:
        if isinstance(item, AttList):
            items.append(_apply_changes(item, changes))
        elif isinstance(item, AttRef) or item.ident not in changes:
            items.append(item)
        else:
            items.append(_change_attribute(changes[item.ident], item))
    return replace(old, items=tuple(items))


def _change_attribute(new: AttDef, old: AttDef) -> AttDef:
    if new.mode is Mode.CHANGE:
        return merge_attribute(new, old)
    return new if new.mode is Mode.DELETE else replace(new, mode=Mode.REPLACE)


def _drop_attributes(new: AttList, own: set[str]) -> AttList:
    items: list[AttDef | AttRef | AttList] = []
    for item in new.items:
        if isinstance(item, AttList):
            inner = _drop_attributes(item, own)
            if inner.items:
                items.append(inner)
        elif isinstance(item, AttRef) or item.ident not in own:
            items.append(item)
    return replace(new, items=tuple(items))


def _join_classes(first: Classes | None, second: Classes | None) -> Classes | None:
    if first is None or second is None:
        return second or first
    return Classes(first.members + second.members, second.mode)


def _join_lists(first: AttList | None, second: AttList | None) -> AttList | None:
    if first is None or second is None:
        return second or first
    return AttList(first.items + second.items, second.choice)
