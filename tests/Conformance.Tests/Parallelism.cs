using NUnit.Framework;

// Fixtures run beside each other, for half of them mostly wait: for other processes, for pauses of clients, for attempts.
// What needs the machine or something of the process for itself says [NonParallelizable], and why.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(3)]
