using System.Collections.Immutable;

namespace Conformance.Diagrams.Flowcharts;

/// <summary>
/// The items of a chart in layers, such that every link leads downwards from one layer to the next: a link that leads
/// upwards is turned, one over several layers is led over a stop on each between.
/// </summary>
internal sealed class LayeredGraph
{
    private readonly List<Vertex> vertices = [];
    private readonly List<(int Upper, int Lower)> segments = [];

    private LayeredGraph() { }

    /// <summary>Items first, by their numbers; then the stops of links.</summary>
    public IReadOnlyList<Vertex> Vertices => vertices;

    /// <summary>The pieces of links, each from one layer to the next.</summary>
    public IReadOnlyList<(int Upper, int Lower)> Segments => segments;

    /// <summary>For each link its stops from where it begins to where it ends.</summary>
    public ImmutableArray<ImmutableArray<int>> Stops { get; private set; } = [];

    /// <summary>Layers items.</summary>
    /// <param name="items">Their sizes across and along the layers.</param>
    /// <param name="links">What leads from which to which; from an item to itself leads nothing.</param>
    public static LayeredGraph Of(ImmutableArray<LayoutSize> items, ImmutableArray<LayoutLink> links)
    {
        var downwards = Downwards(items.Length, links);
        var lengths = Lengths(links);
        var layers = Layers(items.Length, links, downwards, lengths);
        var graph = new LayeredGraph();
        graph.vertices.AddRange(items.Select((size, i) => new Vertex(layers[i], size, IsStop: false)));
        graph.Stops = [.. links.Select((link, i) => graph.Lead(link, downwards[i]))];
        return graph;
    }

    private ImmutableArray<int> Lead(LayoutLink link, bool isDownwards)
    {
        var (upper, lower) = isDownwards ? (link.From, link.To) : (link.To, link.From);
        var (first, last) = (vertices[upper].Layer, vertices[lower].Layer);
        var stops = new List<int>();
        for (var layer = first + 1; layer < last; layer++)
        {
            // The words stand on the stop in the middle.
            var hasWords = layer == (first + last) / 2;
            vertices.Add(new(layer, hasWords ? link.Words : default, IsStop: true));
            stops.Add(vertices.Count - 1);
        }

        int[] way = [upper, .. stops, lower];
        segments.AddRange(way.Zip(way.Skip(1)).Where(pair => pair.First != pair.Second));
        return isDownwards ? [.. stops] : [.. stops.AsEnumerable().Reverse()];
    }

    // A link back to where the search came from closes a circle, and is turned.
    private static bool[] Downwards(int count, ImmutableArray<LayoutLink> links)
    {
        var isDownwards = Enumerable.Repeat(true, links.Length).ToArray();
        var (entered, left) = (new bool[count], new bool[count]);
        for (var root = 0; root < count; root++)
        {
            Visit(root);
        }

        return isDownwards;

        void Visit(int item)
        {
            if (entered[item])
            {
                return;
            }

            entered[item] = true;
            foreach (var (i, link) in links.Index().Where(l => l.Item.From == item && l.Item.To != item))
            {
                isDownwards[i] = !entered[link.To] || left[link.To];
                Visit(link.To);
            }

            left[item] = true;
        }
    }

    // Words need a layer of their own, and so does a second link between the same two.
    private static int[] Lengths(ImmutableArray<LayoutLink> links)
    {
        var seen = new HashSet<(int, int)>();
        return
        [
            .. links.Select(l =>
                !seen.Add((Math.Min(l.From, l.To), Math.Max(l.From, l.To))) || l.Words.Across > 0 ? 2 : 1
            ),
        ];
    }

    private static int[] Layers(int count, ImmutableArray<LayoutLink> links, bool[] isDownwards, int[] lengths)
    {
        var layers = new int[count];
        var steps = links
            .Select(
                (l, i) => (Upper: isDownwards[i] ? l.From : l.To, Lower: isDownwards[i] ? l.To : l.From, lengths[i])
            )
            .Where(s => s.Upper != s.Lower)
            .ToList();

        // Without circles the longest way has fewer steps than there are items.
        for (var round = 0; round < count; round++)
        {
            foreach (var (upper, lower, length) in steps)
            {
                layers[lower] = Math.Max(layers[lower], layers[upper] + length);
            }
        }

        // What nothing leads to moves down to what it leads to.
        foreach (var item in Enumerable.Range(0, count).Where(i => steps.TrueForAll(s => s.Lower != i)))
        {
            layers[item] = steps
                .Where(s => s.Upper == item)
                .Select(s => layers[s.Lower] - s.Item3)
                .DefaultIfEmpty(0)
                .Min();
        }

        return layers;
    }
}

/// <summary>An item, or a stop of a link, on its layer.</summary>
/// <param name="Layer">The number of its layer from 0.</param>
/// <param name="Size">Its size.</param>
/// <param name="IsStop">Whether it is a stop.</param>
internal readonly record struct Vertex(int Layer, LayoutSize Size, bool IsStop);

/// <summary>A size.</summary>
/// <param name="Across">Along its layer.</param>
/// <param name="Deep">From one layer towards the next.</param>
internal readonly record struct LayoutSize(double Across, double Deep);

/// <summary>A link between items.</summary>
/// <param name="From">The number of the item it begins at.</param>
/// <param name="To">The number of the item it ends at.</param>
/// <param name="Words">The size of what is written on it.</param>
internal readonly record struct LayoutLink(int From, int To, LayoutSize Words);
