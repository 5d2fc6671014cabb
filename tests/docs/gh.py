"""A stand-in for ``gh``: ``python gh.py STORE issue list …`` keeps issues and labels in a JSON file."""

import json
import sys
from pathlib import Path


def main(store: Path, kind: str, verb: str, *rest: str) -> None:
    """Do what the workflow asks, and nothing else."""
    state = json.loads(store.read_text()) if store.exists() else {"issues": [], "labels": []}
    words, given = split(rest)
    body = Path(given["--body-file"]).read_text("utf-8") if "--body-file" in given else None
    if (kind, verb) == ("label", "create"):
        state["labels"].append(words[0])
    elif (kind, verb) == ("issue", "list"):
        assert (given["--state"], given["--json"]) == ("open", "number")
        assert given["--jq"] == ".[0].number // empty"
        found = [one for one in state["issues"] if one["open"] and one["label"] == given["--label"]]
        print(*(one["number"] for one in found[:1]))
    elif (kind, verb) == ("issue", "create"):
        label, number = given["--label"], len(state["issues"]) + 7
        assert label in state["labels"]
        issue = {"number": number, "open": True, "label": label, "title": given["--title"], "body": body}
        state["issues"].append(issue)
    elif (kind, verb) in (("issue", "edit"), ("issue", "close")):
        issue = next(one for one in state["issues"] if str(one["number"]) == words[0])
        issue |= {"body": body} if verb == "edit" else {"open": False, "comment": given["--comment"]}
    else:
        sys.exit(f"unknown: {kind} {verb}")
    store.write_text(json.dumps(state))


def split(rest: tuple[str, ...]) -> tuple[list[str], dict[str, str]]:
    """The words, and the options with their values; ``--force`` has none."""
    words: list[str] = []
    given: dict[str, str] = {}
    left = [word for word in rest if word != "--force"]
    while left:
        word = left.pop(0)
        if word.startswith("--"):
            given[word] = left.pop(0)
        else:
            words.append(word)
    return words, given


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
