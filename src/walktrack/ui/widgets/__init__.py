"""Small widgets that know no service: values in, signals out."""
