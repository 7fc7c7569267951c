"""Fills in a workbook as a person does in LibreOffice: types, sorts, hides, adds a column, saves.

Run by the Python that has LibreOffice's module: `python3 fill_in_libreoffice.py IN OUT JOB`, with
the job as JSON: cells to type into by sheet and place, the sheet to sort, hide and extend.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import TableSortField
from com.sun.star.util import CellProtection


def setting(name: str, value: Any) -> Any:
    return PropertyValue(Name=name, Value=value)


def desktop(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
        else:
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
    raise TimeoutError("LibreOffice did not begin")


def used(sheet: Any) -> Any:
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return cursor.RangeAddress


def type_into(sheet: Any, cells: dict[str, Any]) -> None:
    """Type into cells that are not locked; what is locked cannot be typed into."""
    for place, content in cells.items():
        cell = sheet.getCellRangeByName(place)
        if cell.CellProtection.IsLocked:
            raise PermissionError(f"{place} is locked")
        if isinstance(content, str) and not content.startswith("="):
            cell.String = content
        elif isinstance(content, str):
            cell.Formula = content
        else:
            cell.Value = content


def sort_by(sheet: Any, column: int) -> None:
    """Sort the rows below the headings, the greatest first."""
    end = used(sheet)
    rows = sheet.getCellRangeByPosition(0, 2, end.EndColumn, end.EndRow)
    field = TableSortField(Field=column, IsAscending=False)
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    rows.sort((setting("SortFields", fields), setting("ContainsHeader", False)))


def add_column(sheet: Any, before: int, heading: str) -> None:
    sheet.Columns.insertByIndex(before, 1)
    sheet.getCellByPosition(before, 1).String = heading
    for row in range(2, used(sheet).EndRow + 1):
        cell = sheet.getCellByPosition(before, row)
        cell.CellProtection = CellProtection(IsLocked=False)
        cell.Formula = f"=ROW()*{row}"


def work(document: Any, job: dict[str, Any]) -> None:
    for name, cells in job["cells"].items():
        type_into(document.Sheets.getByName(name), cells)
    sheet = document.Sheets.getByName(job["sheet"])
    if not sheet.isProtected():
        raise PermissionError("the sheet is not protected")
    sheet.unprotect("")
    sort_by(sheet, 1)
    add_column(sheet, 4, "Notater")
    sheet.Rows.getByIndex(3).IsVisible = False
    sheet.Name = "Vurderingen vår"


def main(source: str, target: str, job: str) -> None:
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"anbefal{Path(profile).name}"
        office = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            program = desktop(pipe)
            hidden = (setting("Hidden", True),)
            document = program.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, hidden)
            work(document, json.loads(job))
            kind = (setting("FilterName", "Calc MS Excel 2007 XML"),)
            document.storeToURL(Path(target).as_uri(), kind)
            document.close(True)
            program.terminate()
            office.wait(timeout=30)
        finally:
            office.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
