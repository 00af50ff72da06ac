module asyncbasics/peers

go 1.19
