namespace Conformance.Specification.Schemas;

/// <summary>
/// How deep a body is written out. Models that refer to each other more than once make a tree of any size out of a few
/// lines, and a number of levels alone does not bound its width.
/// </summary>
public static class SchemaLevels
{
    /// <summary>Places of a body that are looked at one by one. The largest contracts written by hand have fewer.</summary>
    public const int MostPlaces = 500;

    /// <summary>
    /// The levels of which no more than <see cref="MostPlaces"/> places are there: a level is taken whole or not at all,
    /// so that no branch is looked at at another's expense. The first level below the root is always there, for the file
    /// writes it out itself.
    /// </summary>
    /// <typeparam name="T">A place.</typeparam>
    /// <param name="root">The whole body, level 0.</param>
    /// <param name="inside">The places directly inside a place; may be endless.</param>
    /// <param name="deepest">The level below which nobody looks, at least 1.</param>
    public static int Within<T>(T root, Func<T, IEnumerable<T>> inside, int deepest)
    {
        List<T> level = [root];
        var places = 1;
        for (var depth = 1; depth <= deepest; depth++)
        {
            level = [.. level.SelectMany(inside).Take(MostPlaces - places + 1)];
            places += level.Count;
            if (places > MostPlaces)
            {
                return Math.Max(1, depth - 1);
            }
        }

        return deepest;
    }
}
