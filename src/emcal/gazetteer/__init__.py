"""The gazetteer: places, countries, agencies and recurring series of events, and the key of personal names.

Tables are read on first use; offsets are code points, half-open; countries are ISO 3166-1 alpha-2.
"""

from emcal.gazetteer import agencies, countries, names, places, series
from emcal.gazetteer.agencies import Agency, AgencyFound
from emcal.gazetteer.places import PlaceRow
from emcal.gazetteer.series import Series

__all__ = ["Agency", "AgencyFound", "PlaceRow", "Series", "agencies", "countries", "names", "places", "series"]
