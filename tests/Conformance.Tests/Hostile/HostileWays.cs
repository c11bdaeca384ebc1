using Conformance.Tests.Hostile.Ways;

namespace Conformance.Tests.Hostile;

/// <summary>All ways to misbehave that the suite is held against, in groups that one server has.</summary>
internal static class HostileWays
{
    public static IReadOnlyList<HostileWay[]> Groups { get; } =
    [
        [.. EndlessWays.All],
        [.. FramingWays.All, .. Http2Ways.All],
        [.. EncodingWays.All],
        [.. JsonWays.All],
        [.. RedirectWays.All, .. HeaderWays.All],
        [.. InjectionWays.All.Where(w => w.Place is Place.Answer)],
        [.. IdentifierWays.All, .. InjectionWays.All.Where(w => w.Place is Place.Creation)],
        // There is one token endpoint, and one handshake before all answers.
        .. TokenWays.All.Concat(InjectionWays.All.Where(w => w.Place is Place.Token)).Select(w => new[] { w }),
        .. HandshakeWays.All.Select(w => new[] { w }),
        // Last: it begins first, and takes the longest.
        [.. SlowWays.All],
    ];
}
