"""Item models between the services and Qt's views."""
