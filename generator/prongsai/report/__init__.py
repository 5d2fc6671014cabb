"""Files for machines: JSON, CSV, XLSX, feeds and catalogues of the site model."""
