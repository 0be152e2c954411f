"""Whether means of real and simulated runs agree, given how both vary from run to run."""

import dataclasses
import math
import statistics

CONFIDENCE = 0.99


def student_t(confidence, degrees):
    """The two-sided quantile of Student's t distribution, by bisection on its integral (Simpson's rule)."""
    scale = math.exp(math.lgamma((degrees + 1) / 2) - math.lgamma(degrees / 2)) / math.sqrt(degrees * math.pi)

    def inside(limit):
        steps = 2000
        width = limit / steps
        total = sum((1 if i in (0, steps) else 4 if i % 2 else 2) *
                    (1 + (i * width) ** 2 / degrees) ** (-(degrees + 1) / 2) for i in range(steps + 1))
        return 2 * scale * total * width / 3

    low, high = 0.0, 700.0
    while high - low > 1e-4:
        middle = (low + high) / 2
        low, high = (middle, high) if inside(middle) < confidence else (low, middle)
    return high


def welch(variances, counts):
    """Half the width of the interval for a difference of two means, each with its own variance."""
    parts = [variance / count for variance, count in zip(variances, counts)]
    if sum(parts) == 0:
        return 0
    degrees = sum(parts) ** 2 / sum(part ** 2 / (count - 1) for part, count in zip(parts, counts))
    return student_t(CONFIDENCE, degrees) * math.sqrt(sum(parts))


def pooled(variances, counts):
    """The same if both have one variance."""
    degrees = sum(counts) - 2
    variance = sum(each * (count - 1) for each, count in zip(variances, counts)) / degrees
    return student_t(CONFIDENCE, degrees) * math.sqrt(variance * sum(1 / count for count in counts))


@dataclasses.dataclass
class Comparison:
    real: list
    simulated: list
    resolution: float

    @property
    def difference(self):
        return statistics.fmean(self.real) - statistics.fmean(self.simulated)

    @property
    def tolerance(self):
        """Half the width of the interval for the difference of the two means, and the measurement's resolution.

        Of Welch's interval and the one with a common variance, the wider: the first alone would trust a few real runs
        that happened to be alike, the second alone would take the simulator's spread for the machine's noise."""
        counts = [len(self.real), len(self.simulated)]
        variances = [statistics.variance(self.real), statistics.variance(self.simulated)]
        return max(welch(variances, counts), pooled(variances, counts)) + self.resolution

    @property
    def agrees(self):
        return abs(self.difference) <= self.tolerance
