using System.Collections.Immutable;
using Conformance.Execution.Recording;

namespace Conformance.Reports.Wording;

/// <summary>The first and the last of many exchanges: a case that uses up a limit may have thousands.</summary>
/// <param name="Exchanges">Those that are shown, in order.</param>
/// <param name="OmittedExchanges">Those between them.</param>
internal sealed record Excerpted(ImmutableArray<Exchange> Exchanges, ImmutableArray<Exchange> OmittedExchanges)
{
    /// <summary>How many are not shown.</summary>
    public int Omitted => OmittedExchanges.Length;

    /// <summary>Picks what is shown.</summary>
    /// <param name="exchanges">All exchanges in order.</param>
    /// <param name="most">Greatest number shown.</param>
    /// <param name="always">Indices of exchanges that are shown in any case, for a finding rests on them.</param>
    public static Excerpted Of(ImmutableArray<Exchange> exchanges, int most, IReadOnlySet<int>? always = null)
    {
        if (exchanges.Length <= most)
        {
            return new(exchanges, []);
        }

        var head = most / 2;
        var tail = exchanges.Length - (most - head);
        bool IsShown(Exchange exchange, int position) =>
            position < head || position >= tail || always?.Contains(exchange.Index) is true;
        return new(
            [.. exchanges.Where(IsShown)],
            [.. exchanges.Where((exchange, position) => !IsShown(exchange, position))]
        );
    }
}
