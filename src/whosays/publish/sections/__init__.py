"""The brief's sections: each module makes what one template shows, as plain values."""
