"""What was seen in one run, of real software or simulated: both are brought into this one form, and every metric is
computed from it by the same code."""

import dataclasses


@dataclasses.dataclass
class Request:
    """A user's request."""

    sent_s: float  # when it was meant to be sent, so that a client that falls behind hides nothing
    latency_ms: float
    outcome: str  # in the simulator's words: ok, refused, reset, timeout, rejected, no_healthy_target …
    tried: list  # the servers that it was sent to, in order


@dataclasses.dataclass
class Mark:
    """The moment at which the balancer took a server out, or back in."""

    at_s: float
    server: str
    up: bool


@dataclasses.dataclass
class Observation:
    requests: list  # of Request, by time
    marks: list  # of Mark, by time
    faults: list  # of (seconds, action, server), as they took place

    @staticmethod
    def of(kept):
        """From what dataclasses.asdict() made of it."""
        return Observation([Request(**each) for each in kept["requests"]], [Mark(**each) for each in kept["marks"]],
                           kept["faults"])
