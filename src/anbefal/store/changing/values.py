"""Changes in a record's plain value: mappings, lists and what stands in them."""

from __future__ import annotations

from typing import Any

from anbefal.diagnostics import Steps, dotted
from anbefal.errors import Misuse
from anbefal.model.fields import Shape
from anbefal.store.text.comparison import same


class RecordValue:
    """A record's plain value, which changes in place.

    Args:
        value: A mapping; it is changed.
        shape: What the record's kind can hold.
    """

    def __init__(self, value: dict[str, Any], shape: Shape) -> None:
        self.value = value
        self._shape = shape

    def set(self, steps: Steps, new: Any) -> None:
        """Give a place a value, and make the mappings on the way to it; ``None`` takes it away.

        Raises:
            Misuse: The record can have no such place, or its list has no such item.
        """
        self._shape_of(steps)
        holder, key = self._holder(steps, make=new is not None)
        if isinstance(holder, list):
            number = _number(holder, key, steps)
            holder[number : number + 1] = [] if new is None else [new]
        elif new is None and isinstance(holder, dict):
            holder.pop(key, None)
        elif new is not None:
            self._put(holder, steps, new)

    def append(self, steps: Steps, new: Any) -> None:
        """Add an item to a list, which is made where it is missing; a text only once.

        Raises:
            Misuse: There can be no list at this place.
        """
        found = self._list(steps)
        if isinstance(new, dict) or not any(same(new, one) for one in found):
            self.set(steps, [*found, new])

    def discard(self, steps: Steps, old: Any) -> None:
        """Take an item out of a list; the list goes with its last item.

        Raises:
            Misuse: There can be no list at this place, or it does not hold the item.
        """
        found = self._list(steps)
        kept = [one for one in found if not same(one, old)]
        if len(kept) == len(found):
            message = f"{dotted(steps)} does not hold {old!r}."
            raise Misuse(message, "See what it holds with 'anbefal show'.")
        self.set(steps, kept or None)

    def rename(self, kind: str, old: str, new: str) -> bool:
        """Name another record wherever this one names it, and return whether it did."""
        return _rename(self.value, self._shape, kind, (old, new))

    def _list(self, steps: Steps) -> list[Any]:
        if self._shape_of(steps).form != "list":
            raise Misuse(f"{dotted(steps)} is no list.", "Set it instead.")
        holder, key = self._holder(steps, make=False)
        found = holder.get(key) if isinstance(holder, dict) else None
        if found is None:
            return []
        return found if isinstance(found, list) else [found]  # one note stands without brackets

    def _shape_of(self, steps: Steps) -> Shape:
        shape: Shape | None = self._shape
        for step in steps:
            shape = shape.inside(step) if shape else None
        if shape is None or not steps:
            message = f"There is no field {dotted(steps)!r} in a record of this kind."
            raise Misuse(message, "docs/data.md lists the fields.")
        return shape

    def _holder(self, steps: Steps, *, make: bool) -> tuple[Any, str | int]:
        """Return the mapping or list that a place is in, and the last step to it."""
        value: Any = self.value
        for number, step in enumerate(steps[:-1]):
            if isinstance(value, list):
                value = value[_number(value, step, steps)]
                continue
            if isinstance(value, dict) and value.get(step) is None and make:
                self._put(value, steps[: number + 1], {})
            value = value.get(step) if isinstance(value, dict) else None
        return value, steps[-1]

    def _put(self, holder: Any, steps: Steps, new: Any) -> None:
        """Set a key of a mapping; a new key stands where the model has it."""
        if not isinstance(holder, dict):
            message = f"{dotted(steps)} cannot be set: there is no mapping around it."
            raise Misuse(message, "Set the whole of it, as {key: value}.")
        key = steps[-1]
        if key in holder:
            holder[key] = new
            return
        order = self._shape_of(steps[:-1]).keys if steps[:-1] else self._shape.keys
        before = order[: order.index(str(key))] if key in order else tuple(holder)
        at = max((number + 1 for number, one in enumerate(holder) if one in before), default=0)
        pairs = list(holder.items())
        holder.clear()
        holder.update([*pairs[:at], (key, new), *pairs[at:]])


def in_order(value: Any, shape: Shape | None) -> Any:
    """Return a plain value with its keys in the order of the model, at every depth."""
    if isinstance(value, list):
        return [in_order(one, shape.item if shape else None) for one in value]
    if not isinstance(value, dict) or shape is None:
        return value
    known = [key for key in shape.keys if key in value]
    others = [key for key in value if key not in known]
    return {key: in_order(value[key], shape.inside(key)) for key in [*known, *others]}


def filled(value: Any) -> Any:
    """Return a plain value without the keys that hold nothing."""
    if isinstance(value, list):
        return [filled(one) for one in value]
    if not isinstance(value, dict):
        return value
    inner = {key: filled(item) for key, item in value.items()}
    return {key: item for key, item in inner.items() if item not in (None, {}, [])}


def name_of(item: Any) -> str | None:
    """Return what an item of a list is known by: its id, or what it is about."""
    if not isinstance(item, dict):
        return None
    names = (item.get(key) for key in ("id", "theme", "recommendation", "actor"))
    return next((name for name in names if isinstance(name, str)), None)


def _number(items: list[Any], step: str | int, steps: Steps) -> int:
    if isinstance(step, int) and step < len(items):
        return step
    for number, item in enumerate(items):
        if isinstance(step, str) and name_of(item) == step:
            return number
    names = ", ".join(name for item in items if (name := name_of(item)))
    hint = f"Its items are: {names}." if names else f"It has {len(items)} items, from 0."
    raise Misuse(f"{dotted(steps)}: there is no {step!r}.", hint)


def _rename(value: Any, shape: Shape | None, kind: str, names: tuple[str, str]) -> bool:
    """Replace an id in a mapping or list, wherever the model says that it names a record."""
    if shape is None or not isinstance(value, dict | list):
        return False
    places = list(value.items()) if isinstance(value, dict) else list(enumerate(value))
    changed = False
    for key, inner in places:
        inside = shape.inside(key)
        if inside and inside.refers_to == kind and inner == names[0]:
            value[key] = names[1]
            changed = True
        else:
            changed = _rename(inner, inside, kind, names) or changed
    return changed
