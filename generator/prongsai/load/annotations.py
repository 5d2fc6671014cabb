"""What a model's annotations say of the keys that a source may have."""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from prongsai.source.yaml import Loc


def keys_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys of the mapping at ``loc``; empty where any key may stand."""
    owner = _model_in(_descend(model, loc))
    return [] if owner is None else [name for name, field in owner.model_fields.items() if not field.exclude]


def blank_is_default(model: type[BaseModel], loc: Loc) -> bool:
    """Whether the key at ``loc`` may be left out."""
    owner = _model_in(_descend(model, loc[:-1]))
    field = owner.model_fields.get(str(loc[-1])) if owner else None
    return field is not None and not field.is_required()


@cache
def computed_keys(model: type[BaseModel]) -> tuple[tuple[str, ...], ...]:
    """The ways to keys that no source may write, as steps; ``*`` for each entry of a list or mapping."""
    return tuple(_computed(model, ()))


def _computed(annotation: Any, way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            if field.exclude:
                yield (*way, name)
            else:
                yield from _computed(field.annotation, (*way, name))
        return
    inner = (*way, "*") if get_origin(annotation) in (tuple, list, dict) else way
    for argument in get_args(annotation):
        yield from _computed(argument, inner)


def _descend(annotation: Any, loc: Loc) -> Any:
    """The annotation of the value at ``loc``; None where there is none."""
    for step in loc:
        annotation = _step(annotation, step)
    return annotation


def _step(annotation: Any, step: int | str) -> Any:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _step(arguments[0], step)
    if origin in (Union, UnionType):
        return next((found for each in arguments if (found := _step(each, step)) is not None), None)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        field = annotation.model_fields.get(str(step))
        return field.annotation if field else None
    if origin in (tuple, list) and isinstance(step, int):
        return arguments[0]
    if origin is dict and isinstance(step, str):
        return arguments[1]
    return None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation names directly, or as one of several choices."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (Annotated, Union, UnionType):
        return next((found for each in get_args(annotation) if (found := _model_in(each))), None)
    return None
