using Conformance.Scenarios.Cases;

namespace Conformance.Scenarios.Compiling;

/// <summary>One situation that cases are made of. Its sources are listed in <see cref="ScenarioSources"/>.</summary>
internal interface IScenarioSource
{
    /// <summary>The cases of the situation, in the order of the specification.</summary>
    IEnumerable<ContractCase> Compile(CompilerContext context);
}
