"""The figures of the sample white paper. Prose and charts take them from here; `Planted` holds what is wrong on purpose.

The document is invented: publisher, firms and numbers. Money is in billions of yuan unless a name says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

TITLE = "Cold-Chain Logistics in China 2025"
TITLE_ZH = "2025中国冷链物流白皮书"
PUBLISHER = "Northern Larch Research"
PUBLISHER_ZH = "北松研究"

MARKET = {
    "2019": 92.4, "2020": 104.8, "2021": 121.6, "2022": 139.9, "2023": 160.3, "2024": 184.5,
    "2025E": 211.2, "2026E": 240.8, "2027E": 273.3, "2028E": 308.8,
}  # fmt: skip
PHARMA = {"2020": 48.2, "2021": 55.1, "2022": 60.9, "2023": 66.8, "2024": 73.6}
PHARMA_GROWTH = {"2021": 14.3, "2022": 10.5, "2023": 9.7, "2024": 10.2}
CAPACITY = {"Shandong": 31.2, "Guangdong": 27.5, "Jiangsu": 24.8, "Henan": 19.6, "Liaoning": 15.3}  # million m3
FLEET = {  # thousand vehicles: diesel, gas, electric
    "2021": (268.4, 31.2, 20.1), "2022": (281.9, 34.6, 29.8), "2023": (290.3, 37.7, 44.2), "2024": (296.5, 41.1, 63.7),
}  # fmt: skip
UTILISATION = {"2019": 61.5, "2020": 60.2, "2021": 63.8, "2022": 66.0, "2023": 68.9, "2024": 71.2}  # percent
RENT = {"First tier": (118, 124), "New first tier": (86, 91), "Second tier": (67, 70), "Other": (49, 52)}  # yuan a m2
FIRMS = {"Operator A": (6120, 7038), "Operator B": (4310, 4870), "Operator C": (2950, 3245)}  # million yuan, 2023, 2024
REGIONS = {"East": (58.4, 66.9), "North": (33.1, 38.0), "South": (37.6, 43.4), "West": (31.2, 36.2)}


@dataclass(frozen=True, slots=True)
class Planted:
    """What the document gets wrong on purpose; `CONSISTENT` has the right values in the same places."""

    market_unit: str = "Unit: RMB Billion"  # the labels are in 100 million
    growth_2024: str = "17.9%"
    cagr_forecast: str = "16.2%"
    frozen_share: int = 44
    fleet_total: str = "417.3"
    pharma_2024: str = "75.8"
    utilisation_gain: str = "8.2"
    enterprises_again: str = "12,840"
    multiple: str = "2.6"
    largest: str = "Guangdong"
    drawn_too_high: float = 1.4
    lost_dash: bool = True
    firm_a_billion: str = "70.4"
    abridged_contents: bool = True


CONSISTENT = Planted(
    market_unit="Unit: RMB 100 million",
    growth_2024="15.1%",
    cagr_forecast="13.7%",
    frozen_share=41,
    fleet_total="401.3",
    pharma_2024="73.6",
    utilisation_gain="9.7",
    enterprises_again="12,480",
    multiple="2.0",
    largest="Shandong",
    drawn_too_high=1.0,
    lost_dash=False,
    firm_a_billion="7.04",
    abridged_contents=False,
)
