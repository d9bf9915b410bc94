"""The results of a round: all regions in one table, each region's page, regions side by side."""
