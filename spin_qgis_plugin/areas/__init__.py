"""Areas: the four regions, their municipalities and functional regions, and the area a project is about."""
