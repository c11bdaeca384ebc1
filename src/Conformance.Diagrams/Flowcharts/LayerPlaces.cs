namespace Conformance.Diagrams.Flowcharts;

/// <summary>
/// The places within each layer: each vertex as near as it can be to the middle of those it is linked with, none nearer
/// to its neighbour than is fit. Within one layer that is a regression with an order to keep, which is solved exactly.
/// </summary>
internal static class LayerPlaces
{
    private const int Sweeps = 10;
    private const double Gap = 26;
    private const double StopGap = 14;

    /// <summary>The middle of each vertex along its layer.</summary>
    public static double[] Of(LayeredGraph graph, int[][] layers)
    {
        var places = new double[graph.Vertices.Count];
        foreach (var layer in layers)
        {
            Place(graph, layer, places, _ => 0);
        }

        var (above, below) = (
            graph.Segments.ToLookup(s => s.Lower, s => s.Upper),
            graph.Segments.ToLookup(s => s.Upper, s => s.Lower)
        );
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            // First after one side alone, then after both.
            var isLate = sweep >= Sweeps / 2;
            foreach (var layer in sweep % 2 == 0 ? layers : layers.Reverse())
            {
                Place(graph, layer, places, v => (
                            isLate ? above[v].Concat(below[v])
                            : sweep % 2 == 0 ? above[v]
                            : below[v]
                        ).Select(n => places[n]).DefaultIfEmpty(places[v]).Average());
            }
        }

        return places;
    }

    private static void Place(LayeredGraph graph, int[] layer, double[] places, Func<int, double> wish)
    {
        var offsets = new double[layer.Length];
        for (var i = 1; i < layer.Length; i++)
        {
            offsets[i] = offsets[i - 1] + Distance(graph.Vertices[layer[i - 1]], graph.Vertices[layer[i]]);
        }

        // Neighbours whose wishes would bring them too near form a block, which stands where they wish on average.
        var blocks = new List<(double Sum, double Weight, int Count)>();
        for (var i = 0; i < layer.Length; i++)
        {
            var weight = graph.Vertices[layer[i]].IsStop ? 2.0 : 1.0;
            var block = (Sum: (wish(layer[i]) - offsets[i]) * weight, Weight: weight, Count: 1);
            while (blocks.Count > 0 && blocks[^1].Sum / blocks[^1].Weight >= block.Sum / block.Weight)
            {
                var before = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                block = (before.Sum + block.Sum, before.Weight + block.Weight, before.Count + block.Count);
            }

            blocks.Add(block);
        }

        var next = 0;
        foreach (var (sum, weight, count) in blocks)
        {
            for (var i = 0; i < count; i++, next++)
            {
                places[layer[next]] = (sum / weight) + offsets[next];
            }
        }
    }

    private static double Distance(Vertex left, Vertex right) =>
        ((left.Size.Across + right.Size.Across) / 2) + (left.IsStop || right.IsStop ? StopGap : Gap);
}
