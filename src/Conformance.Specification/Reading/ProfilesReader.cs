using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Reading;

/// <summary>The section <c>profiles</c>: names with the requirements that belong to them.</summary>
internal static class ProfilesReader
{
    /// <summary>The profile that every specification has: all of it.</summary>
    private const string Everything = "full";

    public static ImmutableArray<Profile> Read(MappingReader root) =>
        [
            .. root.Entries("profiles")
                .Select(e =>
                    root.Context.Mapping(e.Value, $"the profile '{e.Key.Text}'") is { } reader
                        ? Read(new Located<string>(e.Key.Text, e.Key.Location), reader)
                        : null
                )
                .OfType<Profile>(),
        ];

    private static Profile? Read(Located<string> name, MappingReader reader)
    {
        var description = reader.Text("description");
        var requirements = reader.Texts("requirements");
        var except = reader.Texts("except");
        reader.End();
        if (name.Value == Everything)
        {
            reader.Context.Diagnostics.Report(
                LoaderRules.WrongType,
                name.Location,
                $"a profile cannot be called '{Everything}'",
                "another name: this one stands for the whole specification",
                name.Value,
                null
            );
            return null;
        }

        if (requirements.IsEmpty)
        {
            reader.Missing("requirements");
            return null;
        }

        return new Profile(name, description, requirements, except);
    }
}
