"""What every GET is asked with and what it shows, for the search of what it must not show."""

import io
import zipfile

from contract_case import text_of_pdf

# What names something of a store takes each of the ids; of the others one is as good as another.
NAMING = {"store", "region", "device", "chain", "other_store", "other_region"}

# What is answered only, or only then with much, when several are given. Values that begin with =
# stand for themselves, the others for what a side has under that name.
TOGETHER = {
    "/api/v1/audit": [{"what": "=store-add"}, {"what": "=device-enrol"}],
    "/api/v1/comparison": [{"touchpoint": "=checkout", "other_store": "store"},
                           {"store": "store", "other_region": "region"}],
    "/api/v1/comments": [{"q": "=words"}, {"q": "comment"}],
    "/api/v1/comments/words": [{"compare": "=place"}],
    "/api/v1/export.csv": [{"columns": "=answers"}],
    "/api/v1/ledger": [{"by": "=day", "show": "=all"}],
    "/api/v1/ledger/verify": [{"device": "device", "chain": "chain"}],
    "/api/v1/measurements": [{"checklist": "=checkout-womi"}, {"checklist": "=checkout-competitor"}],
    "/api/v1/nps": [{"by": "=store", "marked": "=include"}],
    "/api/v1/odata/{set}": [{"$filter": "of_store"}, {"$filter": "of_region"}],
    "/api/v1/odata/{set}/$count": [{"$filter": "of_store"}, {"$filter": "of_region"}],
    "/api/v1/quarantine": [{"kind": "=refused"}, {"kind": "=conflict"}],
    "/api/v1/report": [{"store": "store", "month": "month"},
                       {"region": "region", "month": "month"}],
    "/api/v1/response-rate": [{"by": "=store"}],
}
ENTITY_SETS = ["Responses", "Answers", "Stores", "Labels"]

# What of a store somebody who sees it finds there: the search for it elsewhere is worth as much as
# it is found here.
EXPORTED = {"store", "region", "device", "chain", "check", "comment"}
LISTED = {"given", "asked"}
SHOWN = {
    "/api/v1/answers": {"comment"},
    "/api/v1/audit": {"store", "region", "device"},
    "/api/v1/codebook": LISTED,
    "/api/v1/codebook.csv": LISTED,
    "/api/v1/comments": {"store", "comment"},
    "/api/v1/contacts": {"store", "name", "contact"},
    "/api/v1/coverage": {"store"},
    "/api/v1/devices": {"store", "device", "version"},
    "/api/v1/export.csv": {*EXPORTED, "column"},
    "/api/v1/export.jsonl": EXPORTED,
    "/api/v1/export.xlsx": EXPORTED,
    "/api/v1/kiosks": {"device"},
    "/api/v1/ledger": {"store", "device", "chain"},
    "/api/v1/notes": {"store", "note"},
    "/api/v1/nps": {"store"},
    "/api/v1/odata/{set}": {"store", "name", "region", "device", "chain", "check", "comment",
                            *LISTED},
    "/api/v1/pins": {"store"},
    "/api/v1/quarantine": {"store", "device", "chain", "check"},
    "/api/v1/ranking": {"store"},
    "/api/v1/regions": {"region", "name"},
    "/api/v1/report": {"name"},
    "/api/v1/response-rate": {"store"},
    "/api/v1/stores": {"store", "name", "region"},
    "/api/v1/structure": {"store", "name", "region"},
}
# Sums, and what is the chain's or the caller's own.
NAMELESS = {
    "/api/v1/audit/verify", "/api/v1/checklists",
    "/api/v1/comments/words", "/api/v1/comparison", "/api/v1/drivers", "/api/v1/funnel",
    "/api/v1/heatmap", "/api/v1/ledger/verify", "/api/v1/measurements",
    "/api/v1/odata", "/api/v1/odata/", "/api/v1/odata/$metadata",
    "/api/v1/odata/{set}/$count", "/api/v1/publications", "/api/v1/retention", "/api/v1/session",
    "/api/v1/tokens", "/api/v1/touchpoints", "/api/v1/trend", "/api/v1/users",
}


def readable(content_type, body):
    """What a reader finds in it: of a workbook and of a PDF what is packed in them."""
    if content_type == "application/pdf":
        return text_of_pdf(body).encode()
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            return b"".join(book.read(name) for name in book.namelist())
    return body
