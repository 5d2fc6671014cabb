"""The structure of the agency: a list with lines."""

from prongsai.model.structure import Structure
from prongsai.pages.components.sample import States, W
from prongsai.pages.edition import component
from prongsai.pages.typed.divisions import tree


def states() -> States:
    """Each state with its HTML."""
    own = component("tree")
    structure = Structure.model_validate(
        {
            "units": [
                {"name": "นายกเทศมนตรี"},
                {"name": "ปลัดเทศบาล", "under": "นายกเทศมนตรี", "phone": "0 2123 4567"},
                {
                    "name": "กองคลัง",
                    "under": "ปลัดเทศบาล",
                    "head": "ผู้อำนวยการกองคลัง",
                    "works": ["งานการเงิน", "งานพัสดุ"],
                },
                {"name": "กองช่าง", "under": "ปลัดเทศบาล", "about": "ขออนุญาตก่อสร้าง แจ้งถนนชำรุด"},
            ]
        }
    )
    yield "three levels", own.structure_section(tree(structure), W)
