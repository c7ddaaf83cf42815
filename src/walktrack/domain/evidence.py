"""What trials found about walking and back pain: the few figures told, and where they stand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A paper, by what finds it: its first author, its journal, and its identifier (DOI)."""

    author: str
    journal: str
    year: int
    place: str
    doi: str

    @property
    def address(self) -> str:
        """Where it can be read, for somebody to type: WalkTrack itself uses no network."""
        return f"doi.org/{self.doi}"


WALKBACK = Source("Pocovi", "The Lancet", 2024, "404: 134–144", "10.1016/S0140-6736(24)00755-4")
"""701 adults who had just got over back pain; walking, with six visits of a physiotherapist who
coached and taught, against nothing. Trouble in legs and feet was more common among the walkers."""

WALKBACK_PEOPLE = 701
WALKBACK_DAYS_WALKING = 208
"""Median days until back pain came back, for those who walked and were coached."""
WALKBACK_DAYS_OTHERS = 112
"""The same for those who got nothing."""

WALKING_OR_EXERCISE = Source(
    "Vanti",
    "Disability and Rehabilitation",
    2019,
    "41: 622–632",
    "10.1080/09638288.2017.1410730",
)
"""Five trials of walking against other exercise for pain that lasts: no difference was found."""

BED_REST = Source(
    "Dahm",
    "Cochrane Database of Systematic Reviews",
    2010,
    "CD007612",
    "10.1002/14651858.CD007612.pub2",
)
"""Ten trials. New back pain: staying active a little better than bed rest. Sciatica: no matter."""

PAINFUL_EXERCISE = Source(
    "Smith",
    "British Journal of Sports Medicine",
    2017,
    "51: 1679–1687",
    "10.1136/bjsports-2016-097383",
)
"""Seven trials of exercise that may hurt against exercise that may not: after some months, no
clear difference. They were of several joints and of exercise, not of walking alone."""
