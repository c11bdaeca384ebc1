using Conformance.Specification.Model;

namespace Conformance.Evolution.Writing;

/// <summary>A comparison for people.</summary>
internal sealed class TextComparison(TextWriter output, SourceLines old, SourceLines now)
{
    private const int MostPlaces = 3;

    public void Write(SpecificationComparison comparison, View view)
    {
        foreach (var group in comparison.Changes.GroupBy(c => c.Impacts.By(view)).OrderByDescending(g => g.Key))
        {
            var title = $"{Words.Of(group.Key).ToUpperInvariant()} ({group.Count()})";
            output.WriteLine(title);
            output.WriteLine();
            foreach (var change in group)
            {
                Write(change, view);
            }
        }

        output.WriteLine(
            comparison.Changes.IsEmpty
                ? "no differences in the contract"
                : $"{Words.Counts(comparison, view)}{Seen(view)}"
        );
        if (!comparison.Version.Fits)
        {
            output.WriteLine($"{Words.Printable(comparison.Version.Problem!)}");
            output.WriteLine($"  --> {comparison.Version.Location}");
        }
        else
        {
            output.WriteLine(Words.Printable(Words.Version(comparison.Version)));
        }
    }

    private void Write(Change change, View view)
    {
        output.WriteLine($"{change.Rule.Id}  {Words.Printable(change.Where)}: {Words.Printable(change.Message)}");
        Line("old", change.Old, old);
        Line("new", change.New, now);
        if (!change.AlsoIn.IsEmpty)
        {
            var more = change.AlsoIn.Length - MostPlaces;
            output.WriteLine(
                $"  also in {Words.Printable(string.Join("; ", change.AlsoIn.Take(MostPlaces)))}{(more > 0 ? $" and {more} more" : "")}"
            );
        }

        if (Whom(change, view) is { } whom)
        {
            output.WriteLine($"  whom {whom}");
        }

        if (change.Impacts.By(view) == Impact.Breaking)
        {
            output.WriteLine($"  why  {change.Rule.Rationale}");
        }

        output.WriteLine();
    }

    private void Line(string which, SourceLocation location, SourceLines lines)
    {
        if (location.Line > 0)
        {
            output.WriteLine($"  {which}  {location}   {lines.At(location)}".TrimEnd());
        }
    }

    private static string? Whom(Change change, View view) =>
        (change.Impacts.Consumers, change.Impacts.Provider) switch
        {
            (Impact.Breaking, Impact.Breaking) => "consumers and provider must change",
            (Impact.Breaking, _) => "consumers must change",
            (_, Impact.Breaking) => view == View.Consumer ? "the provider must fulfil it" : "the provider must change",
            _ => null,
        };

    private static string Seen(View view) =>
        view switch
        {
            View.Consumer => " for consumers",
            View.Provider => " for the provider",
            _ => " for either side",
        };
}
