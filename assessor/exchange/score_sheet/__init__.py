"""The score sheet (lembar penilaian): the Excel file that carries one assessment, out and back."""
