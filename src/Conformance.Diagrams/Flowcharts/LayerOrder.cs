namespace Conformance.Diagrams.Flowcharts;

/// <summary>The order within each layer: what is linked stands near each other, and few links cross.</summary>
internal static class LayerOrder
{
    private const int Sweeps = 8;

    /// <summary>The vertices of each layer from left to right.</summary>
    public static int[][] Of(LayeredGraph graph)
    {
        var count = graph.Vertices.Select(v => v.Layer).DefaultIfEmpty(-1).Max() + 1;
        var layers = Enumerable
            .Range(0, count)
            .Select(layer => graph.Vertices.Index().Where(v => v.Item.Layer == layer).Select(v => v.Index).ToArray())
            .ToArray();
        var (best, fewest) = (layers, Crossings(graph, layers));
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            layers = Sweep(graph, layers, isDown: sweep % 2 == 0);
            if (Crossings(graph, layers) is var crossings && crossings < fewest)
            {
                (best, fewest) = (layers, crossings);
            }
        }

        return best;
    }

    private static int[][] Sweep(LayeredGraph graph, int[][] layers, bool isDown)
    {
        var result = layers.ToArray();
        for (var step = 1; step < layers.Length; step++)
        {
            var layer = isDown ? step : layers.Length - 1 - step;
            var place = result[isDown ? layer - 1 : layer + 1].Index().ToDictionary(v => v.Item, v => (double)v.Index);
            var neighbours = graph.Segments.ToLookup(s => isDown ? s.Lower : s.Upper, s => isDown ? s.Upper : s.Lower);
            result[layer] =
            [
                .. result[layer]
                    .Index()
                    .OrderBy(v => neighbours[v.Item].Select(n => place[n]).DefaultIfEmpty(v.Index).Average())
                    .Select(v => v.Item),
            ];
        }

        return result;
    }

    private static int Crossings(LayeredGraph graph, int[][] layers)
    {
        var place = layers.SelectMany(l => l.Index()).ToDictionary(v => v.Item, v => v.Index);
        return graph
            .Segments.GroupBy(s => graph.Vertices[s.Upper].Layer)
            .Sum(between =>
            {
                var all = between.Select(s => (Upper: place[s.Upper], Lower: place[s.Lower])).ToList();
                return all.Sum(a => all.Count(b => a.Upper < b.Upper && a.Lower > b.Lower));
            });
    }
}
