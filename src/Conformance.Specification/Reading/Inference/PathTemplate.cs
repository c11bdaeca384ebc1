namespace Conformance.Specification.Reading.Inference;

/// <summary>Compares paths with templates.</summary>
internal static class PathTemplate
{
    /// <summary>Whether a path, written out or as a template, belongs to a template.</summary>
    public static bool Matches(string template, string path)
    {
        if (template == path)
        {
            return true;
        }

        var wanted = template.Split('/');
        var given = path.Split('?')[0].Split('/');
        return wanted.Length == given.Length
            && wanted
                .Zip(given)
                .All(pair => pair.First == pair.Second || (pair.First.StartsWith('{') && pair.Second.Length > 0));
    }
}
