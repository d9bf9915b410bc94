"""An import rule of its own: a package that imports the standard library and the project only.

import-linter can forbid libraries by name, but not "every one there is".
"""

import sys

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class StandardLibraryOnlyContract(Contract):
    """Broken by an import, from one of `packages`, of anything installed beside the project."""

    type_name = "standard_library_only"

    packages = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Collect the imports that leave both the project and the standard library."""
        output.verbose_print(verbose, f"Looking for libraries in {', '.join(self._names())} ...")
        strange = sorted(
            (importer, imported)
            for package in self._names()
            for importer in {package, *graph.find_descendants(package)}
            for imported in graph.find_modules_directly_imported_by(importer)
            if graph.is_module_squashed(imported)
            and imported.partition(".")[0] not in sys.stdlib_module_names
        )
        return ContractCheck(kept=not strange, metadata={"strange": strange})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print each import that breaks the rule."""
        for importer, imported in check.metadata["strange"]:
            output.print_error(f"{importer} imports {imported}", bold=False)

    def _names(self) -> list[str]:
        return [str(name) for name in self.contract_options["packages"]]
