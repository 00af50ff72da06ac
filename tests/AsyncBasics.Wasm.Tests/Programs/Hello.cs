Console.WriteLine("Hello");
return 3;
