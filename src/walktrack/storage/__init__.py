"""The diary's file: tables, migrations and queries; frozen domain values go in and come out."""
