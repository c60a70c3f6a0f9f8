Chacun d'entres eux a vu le coalition.

Il pleut sur le port.
